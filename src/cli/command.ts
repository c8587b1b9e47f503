import type { Command } from 'commander'
import type { Io } from './io.js'

/** Adds to a command its arguments, its flags and its action, which throws a `Failure` when it cannot end well. */
export type Define = (command: Command, io: Io) => void
