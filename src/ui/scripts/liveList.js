/** A page that nobody touches is told no longer, so that it holds no connection and its session ends by itself. */
const untouched = 10 * 60_000

/**
 * Shows what comes into a list while its page is open: the server says when the list is another, then the page is fetched again and its list put
 * in place of this one, with the focus where it was. A page in the background hears nothing; without a connection the link beside the list works.
 * @param {HTMLElement} list with `data-live-list` naming where to listen
 */
function watch(list) {
  const status = document.querySelector('[data-live-status]')
  let stream = null
  let fetching = false
  let wanted = null
  let touched = Date.now()

  function listen() {
    touched = Date.now()
    if (stream !== null || document.visibilityState === 'hidden') return
    stream = new EventSource(list.dataset.liveList)
    stream.addEventListener('message', ({ data }) => look(JSON.parse(data).mark))
  }

  function rest() {
    stream?.close()
    stream = null
  }

  /** @param {string} mark of the list as it now is; one that comes while the page is fetched is looked at after it */
  async function look(mark) {
    wanted = mark
    if (fetching) return
    fetching = true
    try {
      for (let asked = null; wanted !== list.dataset.liveMark && wanted !== asked; ) {
        asked = wanted
        await renew()
      }
    } catch {
      // no connection: the next news fetches it
    } finally {
      fetching = false
    }
  }

  async function renew() {
    const options = { headers: { accept: 'text/html' }, credentials: 'same-origin', redirect: 'error' }
    const page = await fetch(location.href, options)
    if (page.ok) show(new DOMParser().parseFromString(await page.text(), 'text/html'))
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
    const { liveOne, liveMany } = list.dataset
    if (status)
      status.textContent =
        more > 0 ? `${more} new ${more === 1 ? liveOne : liveMany}` : 'The page has changed'
  }

  for (const kind of ['pointermove', 'pointerdown', 'keydown', 'scroll'])
    addEventListener(kind, listen, { passive: true })
  document.addEventListener('visibilitychange', () =>
    document.visibilityState === 'hidden' ? rest() : listen(),
  )
  addEventListener('pagehide', rest)
  setInterval(() => Date.now() - touched > untouched && rest(), 30_000)
  listen()
}

for (const list of document.querySelectorAll('[data-live-list]')) watch(list)
