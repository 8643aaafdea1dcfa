import type { ObjectFieldTemplateProps } from '@rjsf/utils'

/** The fields of the form, of a group or of a row, one below the other. */
export function ObjectFieldTemplate({ properties, fieldPathId }: ObjectFieldTemplateProps) {
  const fields = properties.map(({ content }) => content)
  return fieldPathId.path.length === 0 ? fields : <div className="group">{fields}</div>
}
