import { type NavigationItem, type Reply, route, type ServiceModule } from '#platform/http'
import { html } from '#ui'
import { MENU, menuOf } from './entries.ts'
import { places } from './places.ts'

/** All that somebody may open, by heading, with a sentence each: works without scripts and with a keyboard alone. */
export const menuModule = (items: () => readonly NavigationItem[]): ServiceModule => ({
  name: 'menu',
  routes: [
    route({
      method: 'GET',
      url: MENU,
      admits: 'signed_in',
      summary: 'Everything that one may open, by heading',
      purpose: 'menu',
      async handle({ work }): Promise<Reply> {
        const found = menuOf(items(), work.actor.class as NavigationItem['classes'][number]) // people alone are signed in
        return {
          kind: 'page',
          title: 'Everything you can open',
          current: MENU,
          shown: 'nothing',
          content: html`<h1 class="govuk-heading-l">Everything you can open</h1>
${found.map(
  ({ group, items: inside }) => html`<h2 class="govuk-heading-m">${group}</h2>
<ul class="govuk-list govuk-list--spaced">${inside.map(({ text, href }) => html`<li><a class="govuk-link govuk-!-font-weight-bold" href="${href}">${text}</a><br>${places[href]?.about ?? ''}</li>`)}</ul>`,
)}`,
        }
      },
    }),
  ],
})
