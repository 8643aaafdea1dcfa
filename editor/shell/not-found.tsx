import { Result } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

export function NotFound() {
  const { t } = useTranslation('shell')
  return <Result status="404" title={t('notFound')} extra={<Link to="/">{t('backToBundles')}</Link>} />
}
