import { useRef } from 'react'
import type { Language } from '../../../schemas/index.ts'
import { formTexts } from '../../texts/form/index.ts'
import { listIn } from '../../view/language.ts'
import { Announcer } from '../decision/announcer.tsx'

/** Tells a screen reader of questions that an answer has made appear in the step. */
export function NewQuestions({
  questions,
  language,
}: {
  questions: readonly { id: string; title: string }[]
  language: Language
}) {
  const known = useRef<{ ids: readonly string[]; text: string }>({
    ids: questions.map(({ id }) => id),
    text: '',
  })
  const added = questions.filter(({ id }) => !known.current.ids.includes(id))
  known.current.ids = questions.map(({ id }) => id)
  if (added.length > 0) {
    known.current.text = formTexts[language].newQuestions(
      listIn(
        language,
        added.map(({ title }) => title),
      ),
    )
  }
  return <Announcer text={known.current.text} />
}
