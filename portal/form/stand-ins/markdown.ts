/** Stands in for markdown-to-jsx: help texts are plain text here. */
export function Markdown({ children }: { children?: string }) {
  return children ?? null
}
