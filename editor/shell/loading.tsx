import { Spin } from 'antd'
import { useTranslation } from 'react-i18next'

export function Loading() {
  const { t } = useTranslation('shell')
  return (
    <div className="centred" role="status">
      <Spin />
      <span className="visually-hidden">{t('loading')}</span>
    </div>
  )
}
