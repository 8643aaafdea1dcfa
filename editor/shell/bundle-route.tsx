import { useParams } from 'react-router'
import { Workbench } from '../workbench/index.tsx'

/** The workbench of the bundle that the address names. */
export function BundleRoute() {
  const { bundle = '' } = useParams()
  return <Workbench key={bundle} bundle={bundle} />
}
