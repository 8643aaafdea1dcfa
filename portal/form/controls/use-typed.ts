import { useEffect, useLayoutEffect, useRef } from 'react'
import type { Typing } from '../state/typing.ts'

/** After the last key, so that the key itself is painted before anything is worked out from it. */
const handOverAfter = 60

type TextElement = HTMLInputElement | HTMLTextAreaElement

/**
 * Keeps what is typed in the input itself and hands it over a moment later: typing renders nothing. A change of the
 * answer from elsewhere is written into the input; text still being composed by an input method is left alone.
 */
export function useTyped<E extends TextElement>({
  answer,
  typing,
  read,
  write,
  onChange,
}: {
  answer: unknown
  typing: Typing
  /** The answer a text stands for; undefined where the text is empty. */
  read: (text: string) => unknown
  /** How an answer is written. */
  write: (answer: unknown) => string
  onChange: (answer: unknown) => void
}) {
  const element = useRef<E>(null)
  const latest = useRef({ answer, onChange, read, timer: 0 })
  latest.current.onChange = onChange
  latest.current.read = read

  const handOver = useRef(() => {
    window.clearTimeout(latest.current.timer)
    typing.remove(handOver.current)
    if (!element.current) return
    const typed = latest.current.read(element.current.value)
    if (Object.is(typed, latest.current.answer)) return
    latest.current.answer = typed
    latest.current.onChange(typed)
  })

  useLayoutEffect(() => {
    if (Object.is(answer, latest.current.answer)) return
    latest.current.answer = answer
    if (element.current) element.current.value = write(answer)
  }, [answer, write])

  useEffect(
    () => () => {
      window.clearTimeout(latest.current.timer)
      typing.remove(handOver.current)
    },
    [typing],
  )

  const later = () => {
    window.clearTimeout(latest.current.timer)
    typing.add(handOver.current)
    latest.current.timer = window.setTimeout(handOver.current, handOverAfter)
  }
  return {
    ref: element,
    defaultValue: write(answer),
    onInput: (event: { nativeEvent: object }) => {
      if (!('isComposing' in event.nativeEvent && event.nativeEvent.isComposing)) later()
    },
    onCompositionEnd: later,
    /** On leaving, the text is shown as it was understood: without stray spaces, with a capital X. */
    onBlur: () => {
      handOver.current()
      if (element.current) element.current.value = write(latest.current.answer)
    },
  }
}
