import { html } from '#ui'
import { endSession } from '../../../keys/sessions.ts'
import type { DoorRoute } from '../../portalRoute.ts'

/** Signing out, leaving at once, and what this place is: without a word of whose service it is. */
export const leaveRoutes: readonly DoorRoute[] = [
  {
    method: 'GET',
    url: '/leave',
    admits: 'anyone',
    async enter({ door, session }) {
      if (session !== null) await endSession(door, session)
      return { kind: 'leave' }
    },
  },
  {
    method: 'POST',
    url: '/sign-out',
    admits: 'anyone',
    async enter({ door, session }) {
      if (session !== null) await endSession(door, session)
      return { kind: 'redirect', location: '/sign-in', token: null }
    },
  },
  {
    method: 'GET',
    url: '/help',
    admits: 'anyone',
    async enter() {
      return {
        kind: 'page',
        title: 'Help',
        back: '/',
        shown: 'nothing',
        content: html`<h1 class="govuk-heading-l">Help</h1>
<p class="govuk-body"><strong>If you are in danger now, ring 999.</strong> If you cannot speak, press 55 when you are asked.</p>
<h2 class="govuk-heading-m">Leaving quickly</h2>
<p class="govuk-body">Press “Leave this page now” at the top of a page, or the Escape key three times. You are signed out and see the weather.</p>
<h2 class="govuk-heading-m">Who can see what I write?</h2>
<p class="govuk-body">Your worker reads it. It may be read at a meeting about your family if it is about that meeting. It is kept word for word.</p>
<h2 class="govuk-heading-m">How long can I stay signed in?</h2>
<p class="govuk-body">If you do nothing for 30 minutes, you are signed out. If we agreed to be extra careful, it is 10 minutes. What you were writing is kept for you.</p>
<h2 class="govuk-heading-m">What stays on my phone or computer?</h2>
<p class="govuk-body">We keep nothing on it after you sign out. The browser may still remember that you came here. To hide that, use a private window, or a phone that nobody else uses.</p>
<h2 class="govuk-heading-m">I lost my letter, my word or my card</h2>
<p class="govuk-body">Ring your worker. You get a new letter or card. Nobody will ask you for your secret word: do not tell it to anybody.</p>`,
      }
    },
  },
]
