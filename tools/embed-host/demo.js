const events = ['form-ready', 'form-resized', 'form-submitted', 'form-abandoned', 'form-error']

for (const name of events) {
  document.addEventListener(name, ({ detail, target }) => {
    const entry = document.createElement('li')
    entry.textContent = `${target.title}: ${name} ${JSON.stringify(detail)}`
    document.getElementById('events').append(entry)
  })
}
