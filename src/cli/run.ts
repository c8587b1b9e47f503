import { Command } from 'commander'
import { version } from '../../package.json'
import type { Define } from './command.js'
import { endWith } from './fail.js'
import { type Exit, exit, type Io } from './io.js'

/** Every command, with its line of help. A command is loaded when it is called: the others cost no time. */
const commands: Readonly<Record<string, readonly [help: string, load: () => Promise<{ readonly define: Define }>]>> = {
  recommend: ['rank the strategies and choose a plan', () => import('./commands/recommend.js')],
  explain: ['show everything behind one strategy or option, and why it is not in the plan', () => import('./commands/explain.js')],
  check: ['check a plan made by hand against the requirements', () => import('./commands/check.js')],
  menus: ['list the menus: sections, strategies, options and every id', () => import('./commands/menus.js')],
  init: ['print a commented profile to fill in; with "menus DIR": write a small menu set of your own', () => import('./commands/init.js')],
  guide: [
    'print what a coalition needs to put a strategy in place: steps, partners, measures, resources',
    () => import('./commands/guide.js'),
  ],
  report: ['make the page for the coalition', () => import('./commands/report.js')],
  'action-plan': ['make the worksheet of the plan, to be filled in by hand', () => import('./commands/action-plan.js')],
  validate: ['check menu sets, guides and profiles: every problem with file, line and column', () => import('./commands/validate.js')],
  try: ['show what an edited menu set changes in the plans and ranks of example communities', () => import('./commands/try.js')],
  schema: ['write the JSON Schemas of a menu set into its folder, so that editors know its ids', () => import('./commands/schema.js')],
}

/** Runs the command line. Data go to `io.out`, messages to `io.err`. */
export async function run(args: readonly string[], io: Io): Promise<Exit> {
  const program = new Command('orcca')
    .description('Ranked, explained ORCCA strategies and a plan of at least five, from a community profile and its service gaps.')
    .version(version)
    .exitOverride()
    .showSuggestionAfterError()
    .showHelpAfterError('(orcca --help shows the commands)')
    .configureOutput({ writeOut: io.out, writeErr: io.err })
  const called = args.find((arg) => Object.hasOwn(commands, arg))
  for (const [name, [help, load]] of Object.entries(commands)) {
    const command = program.command(name).description(help)
    if (name === called) (await load()).define(command, io)
  }
  try {
    await program.parseAsync([...args], { from: 'user' })
    return exit.fine
  } catch (error) {
    return endWith(error, io)
  }
}
