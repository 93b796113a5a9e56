import type { FastifyReply, FastifyRequest } from 'fastify'
import { csrfToken, isScript, KNOWN_AT, keepKnownAt, openFlash, withKnownAt } from '#platform/http'
import { cookieName, cookieOptions, type Session } from '#platform/sign-in'
import { type Html, html, knownAtBanner, nothing, notificationBanner, page, raw } from '#ui'
import { accessEnding } from './accessEnding.ts'
import { rowOf } from './navigation/entries.ts'
import { type Parts, themeOf } from './parts.ts'
import { authorityOf } from './request.ts'
import type { Authority } from './serverOptions.ts'

/** The past moment a page shows. */
export interface PastMoment {
  readonly instant: Temporal.Instant
  /** As the reader wrote it in the address. */
  readonly written: string
  /** The same page of the present. */
  readonly presentPath: string
}

/** A page's own parts, before the layout is put around them. */
export interface PageParts {
  readonly status?: number
  readonly title: string
  readonly content: Html
  readonly before?: Html
  readonly current?: string
  readonly back?: string
  readonly hasErrors?: boolean
  readonly isWide?: boolean
  readonly scripts?: readonly string[]
  /** Without scripts the browser asks for the page again after so many seconds. */
  readonly renewsEvery?: number
  readonly past?: PastMoment
  /** Prints no sentence kept from the page before: error pages, which are the same bytes for everybody. */
  readonly isPlain?: boolean
}

/** Sends a page in the layout of the authority, with the navigation and the name of whoever is signed in. */
export function sendPage(
  request: FastifyRequest,
  reply: FastifyReply,
  parts: Parts,
  own: PageParts,
): FastifyReply {
  const { session } = request
  const authority = authorityOf(request)
  const success = own.isPlain === true ? null : takeFlash(request, reply, parts)
  const ending = own.isPlain === true || own.past ? nothing : accessEnding(request, parts)
  const keep = (content: Html): Html =>
    own.past ? raw(keepKnownAt(String(content), own.past.written)) : content
  const written = page({
    title: own.title,
    serviceName: 'Kith',
    authorityName: authority.name,
    navigation: session === null ? [] : navigation(parts, session, own),
    user: session === null ? undefined : account(session),
    banner: own.past && knownAtBanner({ knownAt: own.past.instant, presentPath: own.past.presentPath }),
    backLink: own.back === undefined ? undefined : { href: past(own.back, own) },
    beforeContent: own.before && keep(own.before),
    content: html`${success === null ? '' : notificationBanner({ type: 'success', text: success })}${ending}${keep(own.content)}`,
    hasErrors: own.hasErrors,
    isWide: own.isWide,
    scripts: own.scripts,
    renewsEvery: own.renewsEvery,
    assetPath: parts.assets.assetPath,
    theme: themeOf(authority),
  })
  return reply
    .code(own.status ?? 200)
    .type('text/html; charset=utf-8')
    .send(String(written))
}

/** A page of an authority for nobody in particular: the demonstration's sign-in asks for such. */
export function writeBarePage(authority: Authority, parts: Parts, title: string, content: Html): string {
  return String(
    page({
      title,
      serviceName: 'Kith',
      authorityName: authority.name,
      content,
      assetPath: parts.assets.assetPath,
      theme: themeOf(authority),
    }),
  )
}

const account = (session: Session) => ({
  name: session.name,
  signOutPath: '/sign-out',
  csrf: { value: csrfToken(session.csrfSecret) },
})

const past = (path: string, own: PageParts): string => (own.past ? withKnownAt(path, own.past.written) : path)

const navigation = (parts: Parts, session: Session, own: PageParts) =>
  rowOf(parts.navigation, session.class, own.current).map(item => ({ ...item, href: past(item.href, own) }))

/** The sentence that the page before left, once. A script that only follows a redirect leaves it for the browser. */
function takeFlash(request: FastifyRequest, reply: FastifyReply, parts: Parts): string | null {
  const name = cookieName('flash', parts.isSecure)
  const value = request.cookies[name]
  if (value === undefined || request.session === null || isScript(request.headers)) return null
  reply.clearCookie(name, cookieOptions(parts.isSecure))
  return openFlash(value, request.session.csrfSecret)
}

/** Path and query of a request without known-at. */
export function presentPath(request: FastifyRequest): string {
  const [path = '/', query = ''] = request.url.split('?')
  const kept = query.split('&').filter(part => part !== '' && part.split('=')[0] !== KNOWN_AT)
  return kept.length === 0 ? path : `${path}?${kept.join('&')}`
}
