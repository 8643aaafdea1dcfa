import { connect } from '../frame/connection.ts'

/** Pages that need no script for themselves, such as the pre-check and the clear card, carry their sites' list here. */
const block = document.getElementById('embed-origins')
const origins: string[] = JSON.parse(block?.textContent ?? '[]')
const connection = window.parent === window ? undefined : connect(window, origins)

if (connection) {
  connection.ready()
  if (connection.prefill) {
    connection.complain('prefill-refused', [{ name: '', reason: 'no-form' }])
  }
  const heading = document.querySelector('main h1, main h2')
  if (heading && !connection.isFirst) connection.moved(heading)
}
