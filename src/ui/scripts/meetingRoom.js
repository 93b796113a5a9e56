/** How often a room asks what has been said since. */
const pause = 5_000

/**
 * Shows what others add to a meeting while its page is open. The form and what is typed in it are never touched; a polite status says
 * that something is new. Where there is no answer it asks again, and the link beside it still works.
 * @param {HTMLElement} room with `data-room` naming where to ask
 */
function watch(room) {
  const status = document.querySelector('[data-room-status]')
  let asked = false

  async function ask() {
    if (asked || document.visibilityState === 'hidden') return
    asked = true
    try {
      const answer = await fetch(`${room.dataset.room}?mark=${room.dataset.roomMark}`, {
        headers: { accept: 'application/json', 'x-requested-with': 'fetch' },
        credentials: 'same-origin',
        redirect: 'error',
      })
      if (answer.ok) show(await answer.json())
    } catch {
      // no connection: the next time asks again
    } finally {
      asked = false
    }
  }

  function show({ mark, count, html }) {
    if (mark === room.dataset.roomMark) return
    room.dataset.roomMark = mark
    const before = room.querySelectorAll('li').length
    room.replaceChildren(...new DOMParser().parseFromString(html, 'text/html').body.childNodes)
    const added = room.querySelectorAll('li').length - before
    status.textContent = added > 0 ? `${added} added. ${count} in all` : 'Something was corrected'
  }

  setInterval(ask, pause)
  document.addEventListener('visibilitychange', ask)
}

for (const room of document.querySelectorAll('[data-room]')) watch(room)
