const controls = 'input:checked, input, select, textarea, button'

/** Takes the focus to the control that asks for an answer, given the id of the control or of the set around it. */
export function focusAnswer(id: string): void {
  const element = document.getElementById(id) ?? document.getElementById(id.slice(0, id.lastIndexOf('/')))
  const control = element?.matches(controls)
    ? element
    : (element?.querySelector<HTMLElement>('input:checked') ?? element?.querySelector<HTMLElement>(controls))
  control?.scrollIntoView({ block: 'center' })
  control?.focus({ preventScroll: true })
}
