/** How often an open list asks whether anything has changed. */
const pause = 3_000
/** A page that nobody touches asks no longer, so that a session left alone still ends by itself. */
const untouched = 10 * 60_000

/**
 * Shows what comes into a list while its page is open: asks for a mark, and when that differs fetches the page again and puts the list
 * in place of this one, with the focus where it was. Where there is no answer it asks again, and the link beside it still works.
 * @param {HTMLElement} list with `data-live-list` naming where to ask
 */
function watch(list) {
  const status = document.querySelector('[data-live-status]')
  let asked = false
  let touched = Date.now()
  for (const kind of ['pointermove', 'pointerdown', 'keydown', 'scroll'])
    addEventListener(kind, () => (touched = Date.now()), { passive: true })

  async function ask() {
    if (asked || document.visibilityState === 'hidden' || Date.now() - touched > untouched) return
    asked = true
    try {
      const answer = await get(list.dataset.liveList, 'application/json')
      if (!answer.ok || (await answer.json()).mark === list.dataset.liveMark) return
      const page = await get(location.href, 'text/html')
      if (page.ok) show(new DOMParser().parseFromString(await page.text(), 'text/html'))
    } catch {
      // no connection: the next time asks again
    } finally {
      asked = false
    }
  }

  function show(page) {
    const fresh = page.querySelector('[data-live-list]')
    if (!fresh) return
    const more = Number(fresh.dataset.liveCount) - Number(list.dataset.liveCount)
    const focus = list.contains(document.activeElement) ? document.activeElement.getAttribute('href') : null
    list.replaceChildren(...fresh.childNodes)
    list.dataset.liveMark = fresh.dataset.liveMark
    list.dataset.liveCount = fresh.dataset.liveCount
    if (focus) list.querySelector(`a[href="${CSS.escape(focus)}"]`)?.focus({ preventScroll: true })
    if (status)
      status.textContent =
        more > 0 ? `${more} new ${more === 1 ? 'visit' : 'visits'}` : 'The list has changed'
  }

  setInterval(ask, pause)
  document.addEventListener('visibilitychange', ask)
}

function get(address, accept) {
  const headers = { accept, 'x-requested-with': 'fetch' }
  return fetch(address, { headers, credentials: 'same-origin', redirect: 'error' })
}

for (const list of document.querySelectorAll('[data-live-list]')) watch(list)
