import { describe, expect, test } from 'vitest'
import type { SavingEffect, SavingEvent, SavingState } from './saving.d.ts'
import { longestWait, nothingToSave, quietFor, step } from './saving.js'

/** Plays events one after another; gives the last state and the effects of the last event. */
function play(...events: SavingEvent[]): { state: SavingState; effects: readonly SavingEffect[] } {
  let last: { state: SavingState; effects: readonly SavingEffect[] } = { state: nothingToSave, effects: [] }
  for (const event of events) last = step(last.state, event)
  return last
}

const typed = { kind: 'typed' } as const
const due = { kind: 'due' } as const
const lost = { kind: 'unreachable' } as const

describe('saving a draft', () => {
  test('waits for two seconds of quiet, then sends once', () => {
    expect(play(typed).effects).toEqual([{ kind: 'wait', ms: quietFor }])
    expect(play(typed, typed, due).effects).toEqual([{ kind: 'send', keepalive: false }])
    expect(play(typed, due, due).effects).toEqual([])
    expect(play(due).effects).toEqual([])
  })

  test('says when it was saved, and goes on with what was typed meanwhile', () => {
    expect(play(typed, due, { kind: 'saved', at: '10:42' }).effects).toEqual([
      { kind: 'say', text: 'Saved 10:42', isUnsaved: false },
    ])
    expect(play(typed, due, typed, { kind: 'saved', at: '10:42' }).effects).toEqual([
      { kind: 'say', text: 'Saved 10:42', isUnsaved: false },
      { kind: 'wait', ms: quietFor },
    ])
  })

  test('keeps the text without a connection, says so, and tries again ever later', () => {
    const first = play(typed, due, lost)
    expect(first.effects).toEqual([
      { kind: 'say', text: 'Not saved: no connection. Your text is still on this page.', isUnsaved: true },
      { kind: 'wait', ms: 4000 },
    ])
    expect(first.state.unsent).toBe(true)
    expect(play(typed, due, lost, due, lost).effects.at(-1)).toEqual({ kind: 'wait', ms: 8000 })
    const often = Array.from({ length: 12 }, () => [due, lost]).flat()
    expect(play(typed, ...often).effects.at(-1)).toEqual({ kind: 'wait', ms: longestWait })
  })

  test('typing does not put off a try that is being waited for', () => {
    expect(play(typed, due, lost, typed).effects).toEqual([])
  })

  test('sends at once when the connection comes back, and starts counting anew', () => {
    expect(play(typed, due, lost, { kind: 'online' }).effects).toEqual([{ kind: 'send', keepalive: false }])
    expect(play(typed, due, lost, { kind: 'online' }, { kind: 'saved', at: '10:43' }).state).toEqual(
      nothingToSave,
    )
    expect(play({ kind: 'online' }).effects).toEqual([])
  })

  test('sends what is unsent as the page is left, even beside an earlier try', () => {
    expect(play(typed, due, typed, { kind: 'left' }).effects).toEqual([{ kind: 'send', keepalive: true }])
    expect(play(typed, due, { kind: 'left' }).effects).toEqual([])
  })

  test('asks to sign in again in another tab, and keeps trying', () => {
    const { effects, state } = play(typed, due, { kind: 'refused', status: 401 })
    expect(effects[0]).toMatchObject({ kind: 'say', isUnsaved: true })
    expect(JSON.stringify(effects)).toContain('Sign in again in another tab')
    expect(effects[1]).toEqual({ kind: 'wait', ms: 4000 })
    expect(state.unsent).toBe(true)
  })

  test('does not hammer a server that will go on refusing, until something is typed', () => {
    expect(play(typed, due, { kind: 'refused', status: 413 }).effects).toHaveLength(1)
    expect(play(typed, due, { kind: 'refused', status: 413 }, typed).effects).toEqual([
      { kind: 'wait', ms: quietFor },
    ])
    expect(play(typed, due, { kind: 'refused', status: 503 }).effects).toHaveLength(2)
  })

  test('sends no draft while the form itself is sent, and takes up again when that fails', () => {
    expect(play(typed, { kind: 'submitted' }).effects).toEqual([{ kind: 'stop' }])
    expect(play(typed, { kind: 'submitted' }, due).effects).toEqual([])
    expect(play(typed, { kind: 'submitted' }, { kind: 'left' }).effects).toEqual([])
    expect(play(typed, due, { kind: 'submitted' }).state.inFlight).toBe(false)
    expect(play(typed, { kind: 'submitted' }, { kind: 'submit failed' }).effects).toEqual([
      { kind: 'wait', ms: quietFor },
    ])
  })
})
