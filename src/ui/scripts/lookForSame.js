/** How long typing rests before the question is asked. */
const pause = 800

/** What is asked: a name of both parts, or a number; less would find half the county. */
function question(form) {
  const typed = name => form.elements.namedItem(name)?.value.trim() ?? ''
  const numbers = ['la_child_id', 'nhs_number', 'upn'].map(typed).filter(number => number.length > 4)
  const [given, family] = [typed('given'), typed('family')]
  if ((given.length < 2 || family.length < 2) && numbers.length === 0) return null
  const date = ['year', 'month', 'day'].map(part => typed(`date_of_birth-${part}`))
  const [year = '', ...rest] = date
  const isWhole = /^\d{4}$/.test(year) && rest.every(part => /^\d{1,2}$/.test(part))
  const born = isWhole ? [year, ...rest.map(part => part.padStart(2, '0'))].join('-') : null
  return JSON.stringify({ given: given || null, family: family || null, born, numbers })
}

function line(person) {
  const item = document.createElement('li')
  const link = document.createElement('a')
  link.className = 'govuk-link'
  link.href = person.href
  link.target = '_blank' // what has been typed stays on this page
  link.rel = 'noopener'
  const name = person.held ? person.name : person.initials || 'No name recorded'
  const about = person.held ? person.age : person.birthYear === null ? '' : `born ${person.birthYear}`
  link.textContent = `${[name, about].filter(Boolean).join(', ')} (opens in a new tab)`
  item.append(link)
  if (!person.held) item.append(', not in your work')
  return item
}

function show(region, people) {
  region.replaceChildren()
  if (people.length === 0) return // silence: nobody can be told that a hidden person is not there
  const heading = document.createElement('p')
  heading.className = 'govuk-body govuk-!-font-weight-bold'
  heading.textContent =
    people.length === 1 ? 'One person may be the same' : `${people.length} people may be the same`
  const list = document.createElement('ul')
  list.className = 'govuk-list govuk-list--bullet'
  list.append(...people.map(line))
  const box = document.createElement('div')
  box.className = 'govuk-inset-text'
  box.append(heading, list)
  region.append(box)
}

/**
 * While a new person is typed, asks who may be the same and says so politely. The names go in the body of a request, never
 * in an address. Without an answer nothing is shown: the form asks again when it is sent.
 * @param {HTMLElement} region live region in the form, with `data-look-for-same` naming where to ask
 */
export function lookForSame(region) {
  const form = region.closest('form')
  let timer
  let asked = null
  let breaker = new AbortController()

  async function ask() {
    const body = question(form)
    if (body === null || body === asked) return
    asked = body
    breaker.abort()
    breaker = new AbortController()
    try {
      const answer = await fetch(region.dataset.lookForSame, {
        method: 'POST',
        body,
        headers: {
          'content-type': 'application/json',
          'x-csrf-token': form.elements.namedItem('_csrf').value,
          'x-requested-with': 'fetch',
        },
        credentials: 'same-origin',
        redirect: 'error',
        signal: breaker.signal,
      })
      if (answer.ok) show(region, (await answer.json()).people)
    } catch {
      asked = null // broken off or no connection: typing on asks again
    }
  }

  form.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(ask, pause)
  })
}
