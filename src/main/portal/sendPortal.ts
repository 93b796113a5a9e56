import type { FastifyReply, FastifyRequest } from 'fastify'
import { type PortalReply, portalPage } from '#modules/family-portal'
import { csrfToken, isScript, openFlash, safeFileName, sealFlash } from '#platform/http'
import { makeUuid } from '#platform/ids'
import { type Html, html } from '#ui'
import type { PortalParts } from './portalParts.ts'
import { portalCookie, setSession } from './portalRequest.ts'

/** Sends a route's reply: in the portal's own layout, never the staff's. */
export async function sendPortal(
  request: FastifyRequest,
  reply: FastifyReply,
  parts: PortalParts,
  answer: PortalReply,
): Promise<FastifyReply> {
  switch (answer.kind) {
    case 'page':
      setSession(reply, parts, answer.token)
      return sendPage(request, reply, parts, { ...answer, success: takeFlash(request, reply, parts) })
    case 'redirect': {
      if (!/^\/(?![/\\])/.test(answer.location)) throw new Error('A route redirects to paths of our own only')
      if (answer.token === null) reply.header('clear-site-data', '"cache", "storage"')
      setSession(reply, parts, answer.token)
      if (answer.success !== undefined && request.family !== null)
        reply.setCookie(
          parts.cookies.flash,
          sealFlash(answer.success, request.family.csrfSecret),
          portalCookie(parts),
        )
      return reply.redirect(answer.location, 303)
    }
    case 'leave':
      setSession(reply, parts, null)
      return reply.header('clear-site-data', '"cache", "storage"').redirect(ELSEWHERE, 303)
    case 'file': {
      const bytes = await answer.make()
      return reply
        .type(answer.mediaType)
        .header('content-disposition', `attachment; filename="${safeFileName(answer.fileName, 'pdf')}"`)
        .send(Buffer.from(bytes))
    }
    case 'json':
      return reply
        .code(answer.status)
        .type('application/json; charset=utf-8')
        .send(JSON.stringify(answer.body))
    case 'not_found':
      return sendTrouble(request, reply, parts, 404)
  }
}

/** Where leaving leads: an ordinary page that many people open, and that loads fast. */
const ELSEWHERE = 'https://www.bbc.co.uk/weather'

type Words = { readonly title: string; readonly sentences: readonly string[] }

const troubles: Readonly<Record<number, Words>> = {
  404: {
    title: 'There is nothing here',
    sentences: [
      'The page is not there, or it is not yours to read. Go back to the first page and try from there.',
    ],
  },
  403: {
    title: 'This could not be sent',
    sentences: ['Nothing has been sent. Open the page again and send it from there.'],
  },
  409: {
    title: 'This was sent already',
    sentences: ['What you sent first is safe. Go to the first page to see it.'],
  },
  413: { title: 'This is too long', sentences: ['Send it in two parts.'] },
  429: {
    title: 'Please wait a minute',
    sentences: ['Too much was asked in a short time. Wait a minute, then try again.'],
  },
  400: { title: 'This could not be read', sentences: ['Go back, look at what you typed and try again.'] },
}

const UNEXPECTED: Words = {
  title: 'Something went wrong',
  sentences: ['It is not your fault. What you saved is safe. Try again in a few minutes.'],
}

/** An error page: the same bytes for everybody who meets it in one session. `more`: what was typed, so that it can be copied. */
export function sendTrouble(
  request: FastifyRequest,
  reply: FastifyReply,
  parts: PortalParts,
  status: number,
  more?: Html,
): FastifyReply {
  const { title, sentences } = troubles[status] ?? UNEXPECTED
  return sendPage(request, reply, parts, {
    title,
    status,
    content: html`<h1 class="govuk-heading-l">${title}</h1>
${sentences.map(sentence => html`<p class="govuk-body">${sentence}</p>`)}
<p class="govuk-body"><a class="govuk-link" href="/">Go to the first page</a></p>${more}`,
  })
}

type OwnPage = Pick<
  Extract<PortalReply, { kind: 'page' }>,
  'title' | 'content' | 'status' | 'hasErrors' | 'back' | 'copyId'
> & {
  readonly success?: string | null
}

function sendPage(
  request: FastifyRequest,
  reply: FastifyReply,
  parts: PortalParts,
  own: OwnPage,
): FastifyReply {
  const session = request.family?.stage === 'in' ? request.family : null
  const written = portalPage({
    ...own,
    assetPath: parts.assets.assetPath,
    form: session === null ? null : { csrf: csrfToken(session.csrfSecret), submission: STEADY },
  })
  return reply
    .code(own.status ?? 200)
    .type('text/html; charset=utf-8')
    .send(String(written))
}

/** Signing out may come twice from one page: its key need not change, and an error page stays the same to the last byte. */
const STEADY = makeUuid()

/** The sentence that the page before left, once. A script that only follows a redirect leaves it for the browser. */
function takeFlash(request: FastifyRequest, reply: FastifyReply, parts: PortalParts): string | null {
  const value = request.cookies[parts.cookies.flash]
  if (value === undefined || request.family === null || isScript(request.headers)) return null
  reply.clearCookie(parts.cookies.flash, portalCookie(parts))
  return openFlash(value, request.family.csrfSecret)
}
