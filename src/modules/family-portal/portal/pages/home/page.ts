import { formatTime, type Html, html, nothing } from '#ui'
import type { ReadsAs } from '../../../keys/sessions.ts'
import type { GivenCopy } from '../../queries/readCopies.ts'
import type { AskedMeeting } from '../../queries/readMeetings.ts'
import type { AskedQuestion } from '../../queries/readQuestions.ts'
import { dayWords, londonDay, meetingWords } from '../../words/portalWords.ts'

export type HomeView = {
  readonly readsAs: ReadsAs
  readonly copies: readonly GivenCopy[]
  readonly meetings: readonly AskedMeeting[]
  readonly questions: readonly AskedQuestion[]
  readonly corrections: readonly { readonly givenAt: Temporal.Instant; readonly newCopyId: string | null }[]
}

const isPlan = ({ content }: GivenCopy): boolean =>
  content.kind === 'protection_plan' || content.kind === 'outline_plan'

/** What is new, the next meeting, the plan: in the order of what needs doing. */
export function homePage(view: HomeView): Html {
  const fresh = view.copies.filter(copy => !copy.isOpened)
  const plan = view.copies.find(isPlan)
  return html`<h1 class="govuk-heading-l">${view.readsAs === 'child' ? 'Hello' : 'Your messages'}</h1>
${corrected(view)}
${newHtml(fresh)}
${questionHtml(view)}
${meetingHtml(view)}
${plan ? html`<h2 class="govuk-heading-m">Your plan</h2><p class="govuk-body"><a class="govuk-link" href="/copies/${plan.id}/plan">See the plan on one page</a></p>` : nothing}
${view.readsAs === 'adult' ? nothing : html`<h2 class="govuk-heading-m">How are things?</h2><p class="govuk-body"><a class="govuk-link" href="/how-i-am">Tell us how things are for you</a></p>`}
${oldHtml(view.copies.filter(copy => copy.isOpened))}`
}

function newHtml(fresh: readonly GivenCopy[]): Html {
  if (fresh.length === 0)
    return html`<h2 class="govuk-heading-m">New</h2><p class="govuk-body">There is nothing new to read.</p>`
  return html`<h2 class="govuk-heading-m">New</h2>
<ul class="govuk-list govuk-list--spaced">${fresh.map(copyLine)}</ul>`
}

const oldHtml = (read: readonly GivenCopy[]): Html =>
  read.length === 0
    ? nothing
    : html`<h2 class="govuk-heading-m">What you have read</h2>
<ul class="govuk-list govuk-list--spaced">${read.map(copyLine)}</ul>`

const copyLine = (copy: GivenCopy): Html =>
  html`<li><a class="govuk-link" href="/copies/${copy.id}">${copy.content.title}</a>, given to you on ${dayWords(londonDay(copy.givenAt))}${copy.isAnswered ? '. You have answered it.' : copy.isOpened ? '. You have not answered it yet.' : '.'}</li>`

function questionHtml({ questions }: HomeView): Html {
  if (questions.length === 0) return nothing
  return html`<h2 class="govuk-heading-m">We would like to ask you</h2>
<ul class="govuk-list govuk-list--spaced">${questions.map(
    one =>
      html`<li><a class="govuk-link" href="/questions/${one.id}">How is the help for you?</a> Asked on ${dayWords(one.askedOn)}.</li>`,
  )}</ul>`
}

function meetingHtml({ meetings, readsAs }: HomeView): Html {
  if (meetings.length === 0) return nothing
  return html`<h2 class="govuk-heading-m">${meetings.length === 1 ? 'Your next meeting' : 'Your next meetings'}</h2>
${meetings.map(
  meeting => html`<div class="govuk-inset-text">
<p class="govuk-body"><strong>${dayWords(londonDay(meeting.at))} at ${formatTime(meeting.at)}</strong></p>
<p class="govuk-body">${meetingWords(meeting.kind, readsAs)}.</p>
<p class="govuk-body"><a class="govuk-link" href="/meetings/${meeting.inviteeId}">${answerWords(meeting)}<span class="govuk-visually-hidden">: ${dayWords(londonDay(meeting.at))}</span></a></p>
</div>`,
)}`
}

const answerWords = ({ response }: AskedMeeting): string =>
  response === 'none'
    ? 'Say if you are coming, and what you need'
    : response === 'coming'
      ? 'You said you are coming. See it or change it'
      : 'You said you cannot come. See it or change it'

function corrected({ corrections }: HomeView): Html {
  if (corrections.length === 0) return nothing
  return html`<h2 class="govuk-heading-m">Something was put right</h2>
<ul class="govuk-list govuk-list--spaced">${corrections.map(
    one =>
      html`<li>What you were given on ${dayWords(londonDay(one.givenAt))} was not right and has been changed. ${
        one.newCopyId === null
          ? 'You will get the new one.'
          : html`<a class="govuk-link" href="/copies/${one.newCopyId}">Read the new one</a>.`
      }</li>`,
  )}</ul>`
}
