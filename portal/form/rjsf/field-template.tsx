import type { FieldTemplateProps } from '@rjsf/utils'
import { formTexts } from '../../texts/form/index.ts'
import { describedBy, type FieldContext, faultId, hintId } from './context.ts'
import { isSet, kindOf } from './kind.ts'

function Requirement({ required, context }: { required: boolean; context: FieldContext }) {
  const texts = formTexts[context.language]
  return <span className="requirement">{required ? texts.required : texts.optional}</span>
}

function Faults({ id, faults, prefix }: { id: string; faults: readonly string[]; prefix: string }) {
  if (faults.length === 0) return null
  return (
    <div className="faults" id={faultId(id)}>
      {faults.map((fault) => (
        <p key={fault} className="fault">
          <span className="visually-hidden">{prefix}</span>
          {fault}
        </p>
      ))}
    </div>
  )
}

/**
 * Label, whether it is required in words, help and faults around a control, tied to it by id. One control gets a label;
 * a set of controls gets a fieldset with a legend.
 */
export function FieldTemplate(props: FieldTemplateProps) {
  const { id, label, required, rawDescription, rawErrors = [], children, schema, uiSchema, registry } = props
  const context: FieldContext = registry.formContext
  const kind = kindOf(schema, uiSchema)
  const { path } = props.fieldPathId
  const isRow = typeof path.at(-1) === 'number'
  if (path.length === 0 || isRow) return children

  const faults = <Faults id={id} faults={rawErrors} prefix={formTexts[context.language].faultPrefix} />
  const hint = rawDescription ? (
    <p className="hint" id={hintId(id)}>
      {rawDescription}
    </p>
  ) : null
  const className = rawErrors.length > 0 ? 'field field-faulty' : 'field'
  if (kind === 'computed') {
    return (
      <div className={className} id={id}>
        <span className="label">{label}</span>
        {hint}
        {children}
      </div>
    )
  }
  const requirement = <Requirement required={required === true} context={context} />
  if (isSet(kind)) {
    const described = describedBy(id, { hint: hint !== null, faults: rawErrors.length > 0 })
    return (
      <fieldset className={className} id={id} aria-describedby={described}>
        <legend className="label">
          {label} {requirement}
        </legend>
        {hint}
        {faults}
        {children}
      </fieldset>
    )
  }
  return (
    <div className={className}>
      <label className="label" htmlFor={id}>
        {label} {requirement}
      </label>
      {hint}
      {faults}
      {children}
    </div>
  )
}
