import type { FastifyInstance } from 'fastify'
import { type Html, html } from '#ui'
import type { Parts } from './parts.ts'
import { sendPage } from './renderPage.ts'
import { authorityOf } from './request.ts'
import type { Authority } from './serverOptions.ts'

/** A page at the foot of every other. */
interface FootPage {
  readonly url: string
  readonly title: string
  readonly content: (authority: Authority, parts: Parts) => Html
}

const p = (...sentences: readonly string[]): Html[] =>
  sentences.map(sentence => html`<p class="govuk-body">${sentence}</p>`)
const h2 = (text: string): Html => html`<h2 class="govuk-heading-m">${text}</h2>`

const PAGES: readonly FootPage[] = [
  {
    url: '/accessibility',
    title: 'Accessibility statement',
    content: authority => html`${p(
      `This service is run for ${authority.name}. It is meant to be used by everyone who works with it, however they read, hear or type.`,
      'It is built to the Web Content Accessibility Guidelines 2.2, level AA. Every page works with a keyboard alone, without scripts, at 400% zoom, and says in words whatever it shows in colour.',
    )}
${h2('What has been checked')}
${p('Pages are checked by an automatic tool as they are built. No independent audit has been made yet, so this statement claims no full compliance.')}
${h2('If something does not work for you')}
${p(`Tell the service desk of ${authority.name} which page it was and what you use. They can also give you what is on a page in another form.`)}`,
  },
  {
    url: '/privacy',
    title: 'Privacy',
    content: (authority, parts) => html`${p(
      `${authority.name} is the controller of everything recorded here. Its privacy notice says why it holds information about children and families, for how long, and what rights people have.`,
    )}
${h2('What we keep about you who use it')}
${p(
  'Each time you sign in, open a record, search or change something, an entry says who did it, when and why they could. Entries cannot be changed or removed. A family may ask who has looked at their record.',
  'What you type into a form is kept as your draft for 30 days after your last change. Nobody else can see it.',
)}
${h2('Cookies')}
${p(
  `Only those that the service cannot work without: one that keeps you signed in until you have been idle for ${parts.sessionLimits.idleMinutes} minutes or for ${parts.sessionLimits.absoluteHours} hours in all, one for a minute that carries a message to the next page, and one while you sign in. Nothing is shared with anybody else, and no one else's files are loaded.`,
)}`,
  },
  {
    url: '/help',
    title: 'Help',
    content: authority => html`${h2('Signing in')}
${p('You sign in with the account you use for your work. If you cannot, ask the service desk of your organisation.')}
${h2('A record you cannot find')}
${p('You see the records of your own work. A record that is not yours to see looks as if it did not exist. If you need one for your work, ask your manager.')}
${h2('Something went wrong')}
${p(`Tell the service desk of ${authority.name} the code on the page and the time. Your text is kept as a draft.`)}
${h2('You see something that you should not')}
${p('Close the page and tell your manager and your information governance officer at once.')}
${h2('Your sessions')}
<p class="govuk-body"><a class="govuk-link" href="/session">See where you are signed in</a>, and sign out everywhere.</p>`,
  },
]

/** Accessibility, privacy and help: for anyone, signed in or not. */
export function addFootPages(server: FastifyInstance, parts: Parts): void {
  for (const { url, title, content } of PAGES)
    server.get(
      url,
      { config: { rule: { admits: 'anyone' } }, schema: { hide: true } },
      async (request, reply) =>
        sendPage(request, reply, parts, {
          title,
          content: html`<h1 class="govuk-heading-l">${title}</h1>${content(authorityOf(request), parts)}`,
        }),
    )
}
