import ArrayField from '@rjsf/core/lib/components/fields/ArrayField.js'
import BooleanField from '@rjsf/core/lib/components/fields/BooleanField.js'
import ObjectField from '@rjsf/core/lib/components/fields/ObjectField.js'
import SchemaField from '@rjsf/core/lib/components/fields/SchemaField.js'
import StringField from '@rjsf/core/lib/components/fields/StringField.js'
import { Control } from '../controls/control.tsx'
import { ArrayFieldItemTemplate, ArrayFieldTemplate } from './array-template.tsx'
import { FieldTemplate } from './field-template.tsx'
import { ObjectFieldTemplate } from './object-template.tsx'

/** FieldTemplate writes help and errors itself, so that it can tie them to the control. */
function Nothing() {
  return null
}

/**
 * The parts @rjsf/core renders with. vite.config.ts puts this in the place of its own getDefaultRegistry, which would
 * bring a default theme, layout grids and unions along: half of its bytes, and none of it is ever shown here.
 *
 * Derived forms hold text, numbers, choices, yes or no, groups and lists; `Control` reads the schema to tell them
 * apart. A number is rendered as text is, because our number control does its own reading.
 */
export default function registry() {
  const widget = Control
  return {
    fields: { ArrayField, BooleanField, NumberField: StringField, ObjectField, SchemaField, StringField },
    templates: {
      ArrayFieldTemplate,
      ArrayFieldItemTemplate,
      FieldTemplate,
      ObjectFieldTemplate,
      DescriptionFieldTemplate: Nothing,
      FieldHelpTemplate: Nothing,
      FieldErrorTemplate: Nothing,
      ButtonTemplates: {},
    },
    widgets: {
      text: widget,
      textarea: widget,
      number: widget,
      date: widget,
      radio: widget,
      select: widget,
      checkbox: widget,
      checkboxes: widget,
    },
    rootSchema: {},
    formContext: {},
    translateString: (text: string) => text,
    globalFormOptions: { idPrefix: 'answer', idSeparator: '/', useFallbackUiForUnsupportedType: false },
  }
}
