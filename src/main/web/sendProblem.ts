import { STATUS_CODES } from 'node:http'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Problem, wantsJson } from '#platform/http'
import { type Html, html, nothing } from '#ui'
import type { Parts } from './parts.ts'
import { sendPage } from './renderPage.ts'

/** What went wrong, for a person and for a program. */
export interface Trouble {
  readonly status: number
  readonly title: string
  /** Sentences: what happened, and what to do. Safe for anyone to read. */
  readonly sentences: readonly string[]
  /** Added below: what was typed, a link. */
  readonly more?: Html
  /** Prints the code by which we find this request in the log. */
  readonly showCode?: boolean
}

/** Answers with an error page in the layout, or as problem+json to a program that asked for JSON. */
export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  parts: Parts,
  trouble: Trouble,
): FastifyReply {
  if (wantsJson(request.headers)) return sendProblemJson(request, reply, trouble)
  const code =
    trouble.showCode === true ? html`<p class="govuk-body">Code: <strong>${request.id}</strong></p>` : nothing
  return sendPage(request, reply, parts, {
    status: trouble.status,
    title: trouble.title,
    isPlain: true,
    content: html`<h1 class="govuk-heading-l">${trouble.title}</h1>
${trouble.sentences.map(sentence => html`<p class="govuk-body">${sentence}</p>`)}${code}${trouble.more}`,
  })
}

function sendProblemJson(request: FastifyRequest, reply: FastifyReply, trouble: Trouble): FastifyReply {
  const problem: Problem = {
    type: 'about:blank',
    title: STATUS_CODES[trouble.status] ?? 'Error',
    status: trouble.status,
    detail: trouble.sentences.join(' '),
    ...(trouble.showCode === true ? { correlation: request.id } : {}),
  }
  return reply
    .code(trouble.status)
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem))
}

/** Absent, hidden or not an address at all: one answer for all, alike to the last byte. */
export const NOT_FOUND: Trouble = {
  status: 404,
  title: 'Page not found',
  sentences: [
    'There is nothing here, or it is not yours to see.',
    'Check the address, or search for the person again. If you need this record for your work, ask your manager.',
  ],
}
