import { type Html, html } from '#ui'
import { personas as cast, invitedPerson } from '../demo/index.ts'
import type { Persona } from './personas.ts'
import { type RoleWords, roleWords } from './roleWords.ts'

/** The list of people to be, each with what can be seen as them; one press signs in. */
export function personaPage(personas: readonly Persona[], action: string): Html {
  return html`<h1 class="govuk-heading-l">Who do you want to be?</h1>
<p class="govuk-body-l">This is a demonstration. The county, its workers and its families are invented.</p>
<div class="govuk-inset-text">Do not enter anything about a real person.</div>
${personas.length === 0 ? html`<p class="govuk-body">The demonstration has no workers yet. Run it again with an empty database.</p>` : ''}
<ul class="govuk-task-list">${personas.map(persona => item(persona, action))}</ul>
<p class="govuk-body"><a class="govuk-link" href="/sign-in/invited">Sign in by invitation</a>, as ${invitedPerson.name}, ${invitedPerson.role.toLowerCase()}, whose organisation has no sign-in of its own here.</p>`
}

/** Of the county's own cast, what to try as them; of other workers, what their role sees. */
function wordsFor({ subject, role, team }: Persona): RoleWords {
  const known = cast.find(one => one.subject === subject)
  if (known !== undefined) return { title: known.role, shows: known.tryThis }
  const { title, shows } = roleWords(role)
  return { title: team === null ? title : `${title}, ${team}`, shows }
}

function item(persona: Persona, action: string): Html {
  const { title, shows } = wordsFor(persona)
  return html`<li class="govuk-task-list__item">
  <div class="govuk-task-list__name-and-hint">
    <strong>${persona.name}</strong>
    <div class="govuk-task-list__hint">${title}. ${shows}.</div>
  </div>
  <div class="govuk-task-list__status">
    <form method="post" action="${action}">
      <input type="hidden" name="subject" value="${persona.subject}">
      <button class="govuk-button govuk-button--secondary govuk-!-margin-bottom-0" type="submit" data-module="govuk-button">Sign in<span class="govuk-visually-hidden"> as ${persona.name}</span></button>
    </form>
  </div>
</li>`
}

/** Asks to end the demonstration's own sign-in too. @param form the provider's form, without its closing tag's content */
export function leavePage(action: string, token: string): Html {
  return html`<h1 class="govuk-heading-l">Sign out of the demonstration</h1>
<p class="govuk-body">You have signed out of the record. The demonstration\u2019s own sign-in still knows who you were.</p>
<form method="post" action="${action}">
  <input type="hidden" name="xsrf" value="${token}">
  <button class="govuk-button" type="submit" name="logout" value="yes" data-module="govuk-button">Sign out</button>
</form>`
}
