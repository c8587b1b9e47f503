import { type Command, InvalidArgumentError, Option } from 'commander'
import type { Menus } from '../menus/compile.js'

/** The menus that a command uses. */
export interface MenuFlags {
  readonly menus?: string
}

/** The rows of a table, and how its columns are read. */
export interface TableFlags extends MenuFlags {
  readonly row?: string
  readonly mapping?: string
}

/** What a plan must be like. */
export interface PlanFlags extends TableFlags {
  readonly size?: number
  readonly include?: string[]
  readonly exclude?: string[]
}

export const withMenus = (command: Command): Command =>
  command.option('--menus <dir>', 'a menu set of your own in place of the built-in one')

export const withTable = (command: Command): Command =>
  withMenus(command)
    .option('--row <column=value>', 'the row of a CSV table, for example fips=21021')
    .option('--mapping <id>', 'how the columns of the table are read (a mapping of the menus)')

export const withPlan = (command: Command): Command =>
  withTable(command)
    .option('--size <n>', 'size of the plan', wholeNumber)
    .option('--include <id>', 'a strategy or option that the plan must hold (may be repeated)', oneMore)
    .option('--exclude <id>', 'a strategy or option that the plan must not hold (may be repeated)', oneMore)

/** A flag with a few values, the usual one first. */
export const choice = (name: string, choices: readonly string[], says: string): Option =>
  new Option(`--${name} <${name}>`, says).choices(choices).default(choices[0])

/** The formats of a command, the usual one first. */
export const formats = (choices: readonly string[], says: string = choices.join(' or ')): Option => choice('format', choices, says)

/** The flags of a plan as options of `recommend()`. */
export const planOptions = ({ size, include, exclude }: PlanFlags, menus: Menus) => ({ menus, size, include, exclude })

const oneMore = (id: string, before: readonly string[] = []): string[] => [...before, id]

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('It must be a whole number.')
  return Number(text)
}
