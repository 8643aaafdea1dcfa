import type { ArrayFieldItemTemplateProps, ArrayFieldTemplateProps } from '@rjsf/utils'
import { useEffect, useRef } from 'react'
import { formTexts } from '../../texts/form/index.ts'
import type { FieldContext } from './context.ts'

const focusable = 'input, select, textarea'

/**
 * The rows of a repeated group, with a button to add one. A new row takes the focus; after a row was removed the focus
 * goes to the button, because the row that held it is gone.
 */
export function ArrayFieldTemplate({ items, canAdd, onAddClick, title, registry }: ArrayFieldTemplateProps) {
  const context: FieldContext = registry.formContext
  const texts = formTexts[context.language]
  const rows = useRef<HTMLOListElement>(null)
  const addButton = useRef<HTMLButtonElement>(null)
  const shown = useRef(items.length)
  useEffect(() => {
    if (items.length > shown.current)
      rows.current?.lastElementChild?.querySelector<HTMLElement>(focusable)?.focus()
    if (items.length < shown.current) addButton.current?.focus()
    shown.current = items.length
  }, [items.length])
  return (
    <div className="list">
      {items.length === 0 ? <p className="hint">{texts.noItems}</p> : null}
      <ol className="rows" ref={rows}>
        {items}
      </ol>
      <button
        ref={addButton}
        className="button button-quiet"
        type="button"
        aria-disabled={canAdd ? undefined : true}
        onClick={(event) => {
          if (canAdd) onAddClick(event)
        }}
      >
        {texts.addItem(title)}
      </button>
    </div>
  )
}

/** One row of a repeated group, with a button to remove it. */
export function ArrayFieldItemTemplate({
  children,
  buttonsProps,
  index,
  registry,
}: ArrayFieldItemTemplateProps) {
  const context: FieldContext = registry.formContext
  const texts = formTexts[context.language]
  return (
    <li className="row">
      <fieldset>
        <legend className="row-title">{texts.itemNumber(index + 1)}</legend>
        {children}
        {buttonsProps.hasRemove ? (
          <button className="link-button" type="button" onClick={buttonsProps.onRemoveItem}>
            {texts.removeItem(index + 1)}
          </button>
        ) : null}
      </fieldset>
    </li>
  )
}
