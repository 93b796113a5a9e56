/** How often the page is asked for anew. */
const every = 1000

/** What a screen reader is told stays as it is while it says the same, so that it is said once. */
function renew(region, next) {
  const [told, news] = [region, next].map(one => one.querySelector('[data-print-status]'))
  if (told?.textContent === news?.textContent) news?.replaceWith(told)
  else if (told && news) {
    told.textContent = news.textContent
    news.replaceWith(told)
  }
  region.replaceChildren(...next.childNodes)
  region.dataset.print = next.dataset.print
}

async function ask(region) {
  const answer = await fetch(window.location.href, { credentials: 'same-origin' })
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const next = page.querySelector('[data-print]')
  if (next === null) return window.location.reload() // gone, or signed out: the page says so
  document.title = page.title
  renew(region, document.adoptNode(next))
}

/** Shows how far a print is while it is made, in place of a page that loads itself again. */
async function watch(region) {
  while (region.dataset.print === 'going-on') {
    await new Promise(resolve => setTimeout(resolve, every))
    try {
      await ask(region)
    } catch {
      // No connection just now: the print goes on without it, and the next answer tells.
    }
  }
}

const region = document.querySelector('[data-print]')
if (region) watch(region)
