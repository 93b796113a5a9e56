// Leaves at once when Escape is pressed three times: for whoever has no time to find the button. The page is emptied before
// the next one has come, and takes no place in the browser's history.
const within = 5000
let pressed = []

document.addEventListener('keydown', event => {
  if (event.key !== 'Escape') return
  const now = Date.now()
  pressed = [...pressed.filter(at => now - at < within), now]
  if (pressed.length < 3) return
  document.body.replaceChildren()
  window.location.replace('/leave')
})
