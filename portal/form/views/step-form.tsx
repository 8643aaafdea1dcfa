import Form from '@rjsf/core/lib/components/Form.js'
import { useMemo } from 'react'
import type { Answers, Language } from '../../../schemas/index.ts'
import { rjsfValidator } from '../../../schemas/validator/rjsf.ts'
import { formTexts } from '../../texts/form/index.ts'
import { type FieldContext, idPrefix, idSeparator } from '../rjsf/context.ts'
import { errorSchema, stepSchema, stepValues } from '../rjsf/step-schema.ts'
import type { Overview, StepOverview } from '../state/overview.ts'
import type { Session } from '../state/session.ts'
import type { Typing } from '../state/typing.ts'

/** Which answer is right is decided by `validate` over the whole form; @rjsf/core only shows it. */
const validator = rjsfValidator('zh-CN')

/** Empty groups and lists stay empty: the form asks, it does not fill in. */
const noDefaults = { emptyObjectFields: 'skipDefaults', arrayMinItems: { populate: 'never' } } as const

const formId = 'step-form'

/** @rjsf/core would render a button of its own; ours stand outside, where no comparison of its properties walks them. */
const noButtons = true

interface Props {
  session: Session
  overview: Overview
  step: StepOverview
  typing: Typing
  language: Language
  onChange: (fields: readonly string[], values: Answers) => void
  onSubmit: (fields: readonly string[], values: Answers) => void
  onBack: (() => void) | undefined
}

/** The questions of one step and the ways on and back. */
export function StepForm({ session, overview, step, typing, language, onChange, onSubmit, onBack }: Props) {
  const texts = formTexts[language]
  const { schema, uiSchema } = stepSchema(overview.form, step.fields)
  const values = stepValues({ ...overview.answers, ...session.answers }, step.fields)
  const errors = useMemo(() => errorSchema(session.faults, language), [session.faults, language])
  const { document } = session
  const context = useMemo<FieldContext>(() => ({ language, typing, document }), [language, typing, document])
  return (
    <div onSubmitCapture={() => typing.flush()}>
      <Form
        id={formId}
        schema={schema}
        uiSchema={uiSchema}
        formData={values}
        extraErrors={errors}
        formContext={context}
        validator={validator}
        idPrefix={idPrefix}
        idSeparator={idSeparator}
        experimental_defaultFormStateBehavior={noDefaults}
        noValidate
        noHtml5Validate
        showErrorList={false}
        onChange={({ formData }) => onChange(step.fields, formData ?? {})}
        onSubmit={({ formData }) => onSubmit(step.fields, formData ?? {})}
      >
        {noButtons}
      </Form>
      <div className="form-actions">
        <button className="button" type="submit" form={formId}>
          {session.reviewed ? texts.backToReview : texts.next}
        </button>
        {onBack ? (
          <button className="button button-quiet" type="button" onClick={onBack}>
            {texts.back}
          </button>
        ) : null}
      </div>
    </div>
  )
}
