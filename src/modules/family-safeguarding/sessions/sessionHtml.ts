import type { Uuid } from '#platform/ids'
import { formatDateTime, type Html, html, nothing } from '#ui'
import { strandPath } from '../frame/familyParams.ts'
import { nameOf, type OpenFamily } from '../frame/openFamily.ts'
import { changeTalkWords, type Session, sessionKinds } from './session.ts'

/** One session as it was written, with a way to correct it for whoever wrote it. */
export function sessionHtml(
  open: OpenFamily,
  session: Session,
  modules: Readonly<Record<string, string>>,
  me: Uuid | null,
): Html {
  const { id, at, kind, authorName, words, ownWords, correctionReason } = session
  const facts = [
    ...(session.personIds.length > 1
      ? [`About ${session.personIds.map(one => nameOf(open, one)).join(', ')}`]
      : []),
    ...(session.readiness === null ? [] : [`Readiness ${session.readiness} of 10`]),
    ...session.changeTalk.map(code => changeTalkWords[code] ?? code),
    ...session.modules.map(module => modules[`${module}`] ?? `Module ${module}`),
    ...(session.isSignificant ? ['Significant'] : []),
  ]
  return html`<article class="govuk-!-margin-bottom-6" id="session-${id}"><h3 class="govuk-heading-s govuk-!-margin-bottom-1">${formatDateTime(at)}: ${sessionKinds[kind].toLowerCase()}</h3>
<p class="govuk-body-s govuk-hint govuk-!-margin-bottom-1">${authorName}${facts.length > 0 ? ` · ${facts.join(' · ')}` : ''}</p>
<p class="govuk-body kith-prose">${words}</p>
${ownWords === null ? nothing : html`<div class="govuk-inset-text govuk-!-margin-top-2">“${ownWords}”</div>`}
${correctionReason === null ? nothing : html`<p class="govuk-body-s">Corrected: ${correctionReason}</p>`}
${me === session.authorId ? html`<p class="govuk-body-s kith-no-print"><a class="govuk-link" href="${strandPath(session, `/sessions/${id}/correct`)}">Correct this entry<span class="govuk-visually-hidden"> of ${formatDateTime(at)}</span></a></p>` : nothing}</article>`
}
