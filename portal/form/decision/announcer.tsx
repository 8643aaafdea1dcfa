import { useEffect, useRef, useState } from 'react'

/** Long enough for typing to pause, so that a screen reader is not interrupted at every key. */
const quietFor = 1000

/** Says a text politely once it has stopped changing; says nothing about the text it starts with. */
export function Announcer({ text }: { text: string }) {
  const [said, setSaid] = useState('')
  const last = useRef(text)
  useEffect(() => {
    if (text === last.current) return
    const timer = window.setTimeout(() => {
      last.current = text
      setSaid(text)
    }, quietFor)
    return () => window.clearTimeout(timer)
  }, [text])
  return (
    <p className="visually-hidden" role="status" aria-live="polite">
      {said}
    </p>
  )
}
