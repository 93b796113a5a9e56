import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { KithError } from '#platform/errors'
import type { Parts } from './parts.ts'

/** Asks whoever sends very many requests to wait: by address, by session, and for signing in. Nobody is locked out. */
export async function addRateLimits(server: FastifyInstance, parts: Parts): Promise<void> {
  await server.register(rateLimit, { global: false })
  const { limits } = parts
  const limiter = (max: number, keyGenerator: (request: FastifyRequest) => string) =>
    server.createRateLimit({ max, timeWindow: 60_000, keyGenerator })
  const perAddress = limiter(limits.perAddress, request => `a ${request.ip}`)
  const signIn = limiter(limits.signIn, request => `i ${request.ip}`)
  const publicForm = limiter(limits.publicForm, request => `p ${request.ip}`)
  const perSession = limiter(
    limits.perSession,
    request => `s ${request.session?.tokenHash.toString('base64url')}`,
  )
  server.addHook('onRequest', async request => {
    const rule = request.routeOptions.config.rule
    if (rule?.noSession === true && rule.isPublicForm !== true) return
    const isSentByAnyone = rule?.isPublicForm === true && request.method === 'POST'
    const checks = [
      await perAddress(request),
      ...(isSentByAnyone ? [await publicForm(request)] : []),
      ...(rule?.isSignIn === true ? [await signIn(request)] : []),
      ...(request.session === null ? [] : [await perSession(request)]),
    ]
    if (checks.some(check => !check.isAllowed && check.isExceeded))
      throw new KithError('KITH_TOO_MANY_REQUESTS')
  })
}
