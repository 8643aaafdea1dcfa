/** @jsxImportSource hono/jsx */
import { raw } from 'hono/html'

/** JSON that may stand inside a script element: `<` escaped, so that no text in it can close the element. */
function inertJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}

/** Data for the page's own script, which finds it by `id`. */
export function DataBlock({ id, value }: { id: string; value: unknown }) {
  return (
    <script type="application/json" id={id}>
      {raw(inertJson(value))}
    </script>
  )
}
