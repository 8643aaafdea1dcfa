import type { WidgetProps } from '@rjsf/utils'
import { describedBy } from '../rjsf/context.ts'

/** What ties a single control to its help and faults. */
export function ariaOf({ id, schema, required, rawErrors }: WidgetProps) {
  const faulty = rawErrors !== undefined && rawErrors.length > 0
  return {
    'aria-describedby': describedBy(id, { hint: schema.description !== undefined, faults: faulty }),
    'aria-invalid': faulty || undefined,
    'aria-required': required || undefined,
  }
}
