// The secret of an invitation stands behind the # of its address, which no server is sent. It is taken into the form, and out of the
// address and so of the browser's history, before anything else may happen.
const field = document.querySelector('[data-invitation] input[name="link"]')
const code = window.location.hash.slice(1)

if (field && code !== '') {
  window.history.replaceState(null, '', window.location.pathname)
  field.value = code
}
