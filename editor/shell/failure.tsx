import { Button, Result } from 'antd'
import { useTranslation } from 'react-i18next'

/** What stands where a screen broke. */
export function Failure() {
  const { t } = useTranslation('shell')
  return (
    <Result
      status="error"
      title={t('failedTitle')}
      subTitle={t('failedText')}
      extra={
        <Button type="primary" onClick={() => location.reload()}>
          {t('reload')}
        </Button>
      }
    />
  )
}
