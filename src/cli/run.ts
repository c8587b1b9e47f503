import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { version } from '../../package.json'
import { checkPlan, type HandMadeSelection } from '../check-plan.js'
import { MenuError, ProfileError } from '../issues/issue.js'
import type { Menus } from '../menus/compile.js'
import type { Ids } from '../profile/schema.js'
import { recommend } from '../recommend.js'
import { checkedPlanText, usePlanFile } from './check.js'
import { explanationText } from './explain.js'
import { InputProblem, readMenus, readProfiles, showProblems, UsageProblem, usage } from './inputs.js'
import { type Exit, exit, type Io } from './io.js'
import { menusText } from './menus.js'
import { profileTemplate } from './template.js'
import { resultText } from './text.js'

interface PlanFlags {
  readonly menus?: string
  readonly row?: string
  readonly mapping?: string
  readonly size?: number
  readonly include?: string[]
  readonly exclude?: string[]
}

/** Runs the command line. Data go to `io.out`, messages to `io.err`; never throws at the user. */
export async function run(args: readonly string[], io: Io): Promise<Exit> {
  let code: Exit = exit.fine
  const program = buildProgram(io, (ended) => {
    code = ended
  })
  try {
    await program.parseAsync([...args], { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exit.fine : exit.usage
    if (error instanceof InputProblem || error instanceof ProfileError || error instanceof MenuError) {
      showProblems(error.issues, io)
      return error instanceof UsageProblem ? exit.usage : exit.problems
    }
    throw error
  }
}

function buildProgram(io: Io, end: (code: Exit) => void): Command {
  const program = new Command('orcca')
    .description('Ranked, explained ORCCA strategies and a plan of at least five, from a community profile and its service gaps.')
    .version(version)
    .exitOverride()
    .showSuggestionAfterError()
    .showHelpAfterError('(orcca --help shows the commands)')
    .configureOutput({ writeOut: (text) => io.out(text), writeErr: (text) => io.err(text) })

  const command = (name: string, description: string): Command => program.command(name).description(description).exitOverride()
  const withMenus = (made: Command): Command => made.option('--menus <dir>', 'a menu set of your own in place of the built-in one')
  const withTable = (made: Command): Command =>
    withMenus(made)
      .option('--row <column=value>', 'the row of a CSV table, for example fips=21021')
      .option('--mapping <id>', 'how the columns of the table are read (a mapping of the menus)')
  const withPlan = (made: Command): Command =>
    withTable(made)
      .option('--size <n>', 'size of the plan', wholeNumber)
      .option('--include <id>', 'a strategy or option that the plan must hold (may be repeated)', oneMore)
      .option('--exclude <id>', 'a strategy or option that the plan must not hold (may be repeated)', oneMore)
  const optionsOf = ({ size, include, exclude }: PlanFlags, menus: Menus) => ({ menus, size, include, exclude })

  withPlan(command('recommend', 'rank the strategies and choose a plan'))
    .argument('<file...>', 'profiles (YAML or JSON) or tables (CSV); - reads standard input')
    .addOption(new Option('--format <format>', 'text, or json (one line for each profile)').choices(['text', 'json']).default('text'))
    .action((files: string[], flags: PlanFlags & { format: 'text' | 'json' }) => {
      if (files.filter((file) => file === '-').length > 1) throw twiceStandardInput()
      const menus = readMenus(flags.menus)
      const profiles = readProfiles(files, flags, menus, io)
      // Every result is made before the first is printed: nothing is half-written.
      const results = profiles.map((profile) => usage(() => recommend(profile, optionsOf(flags, menus))))
      for (const [index, result] of results.entries()) {
        if (flags.format === 'json') io.out(results.length === 1 ? JSON.stringify(result, null, 2) : JSON.stringify(result))
        else io.out(`${index > 0 ? '\n\n' : ''}${resultText(result, menus, io)}`)
      }
    })

  withPlan(command('explain', 'show everything behind one strategy or option, and why it is not in the plan'))
    .argument('<file>', 'a profile (YAML or JSON) or a table (CSV)')
    .argument('<strategy>', 'a strategy, or an option (strategy@sector@venue)')
    .action((file: string, strategy: string, flags: PlanFlags) => {
      const menus = readMenus(flags.menus)
      const profiles = readProfiles([file], flags, menus, io)
      const texts = profiles.map((profile) =>
        usage(() => explanationText(recommend(profile, optionsOf(flags, menus)), strategy, menus, io)),
      )
      for (const text of texts) io.out(text)
    })

  withTable(command('check', 'check a plan made by hand against the requirements'))
    .argument('<profile>', 'a profile (YAML or JSON) or a table (CSV)')
    .argument('<plan>', 'a YAML or JSON list of selections (strategy@sector@venue), or the JSON of recommend')
    .addOption(new Option('--format <format>', 'text or json').choices(['text', 'json']).default('text'))
    .action((file: string, plan: string, flags: PlanFlags & { format: 'text' | 'json' }) => {
      if (file === '-' && plan === '-') throw twiceStandardInput()
      const menus = readMenus(flags.menus)
      const profiles = readProfiles([file], flags, menus, io)
      const plans = usePlanFile(plan, (selections) => profiles.map((profile) => checkPlan(selections, profile, { menus })))
      for (const checked of plans) {
        io.out(flags.format === 'json' ? JSON.stringify(checked, null, 2) : checkedPlanText(checked, io))
        if (!checked.complete) end(exit.problems)
      }
    })

  withMenus(command('menus', 'list the menus: sections, strategies, options and every id'))
    .argument('[strategy]', 'everything the menus hold on one strategy')
    .action((strategy: string | undefined, flags: PlanFlags) => {
      const menus = readMenus(flags.menus)
      io.out(usage(() => menusText(menus, strategy, io)))
    })

  withMenus(command('init', 'print a commented profile to fill in; with "menus DIR": write a small menu set of your own'))
    .argument('[what]', 'menus')
    .argument('[dir]', 'the folder to write to')
    .action(async (what: string | undefined, folder: string | undefined, flags: PlanFlags) => {
      if (what === undefined) return io.out(profileTemplate(readMenus(flags.menus)))
      if (what !== 'menus' || folder === undefined) throw wrongInit(what)
      const { initMenus } = await import('./init-menus.js')
      end(initMenus(folder, io))
    })

  command('guide', 'print what a coalition needs to put a strategy in place: steps, partners, measures, resources')
    .argument('<strategy>', 'a strategy')
    .action(async (strategy: string) => {
      const { guide } = await import('./guide.js')
      end(guide(strategy, io))
    })

  withPlan(command('report', 'make the page for the coalition'))
    .argument('<file>', 'a profile (YAML or JSON) or a table (CSV) with --row')
    .addOption(new Option('--format <format>', 'html or markdown').choices(['html', 'markdown']).default('html'))
    .option('--out <file>', 'write to a file')
    .action(async (file: string, flags: PlanFlags & { format: 'html' | 'markdown'; out?: string }) => {
      const { menus, result } = oneResult(file, flags)
      const { report } = await import('./report.js')
      end(report(result, { menus, format: flags.format, out: flags.out }, io))
    })

  withPlan(command('action-plan', 'make the worksheet of the plan, to be filled in by hand'))
    .argument('<file>', 'a profile (YAML or JSON) or a table (CSV) with --row')
    .option('--plan <file>', 'a plan made by hand in place of the recommended one')
    .addOption(new Option('--format <format>', 'markdown, html or csv').choices(['markdown', 'html', 'csv']).default('markdown'))
    .option('--out <file>', 'write to a file')
    .action(async (file: string, flags: PlanFlags & { format: 'markdown' | 'html' | 'csv'; plan?: string; out?: string }) => {
      const { menus, result } = oneResult(file, flags)
      const { actionPlanCommand } = await import('./action-plan.js')
      const write = (plan?: readonly HandMadeSelection<Ids>[]): void =>
        end(actionPlanCommand(result, { menus, format: flags.format, plan, out: flags.out }, io))
      if (flags.plan === undefined) write()
      else usePlanFile(flags.plan, write)
    })

  withMenus(command('validate', 'check menu sets, guides and profiles: every problem with file, line and column'))
    .argument('[path...]', 'folders and files; none: the menu set here')
    .addOption(new Option('--format <format>', 'text, json, or github (annotations)').choices(['text', 'json', 'github']).default('text'))
    .option('--sentences', 'show the sentence that each rule becomes')
    .action(async (paths: string[], flags: { format: 'text' | 'json' | 'github'; sentences?: boolean; menus?: string }) => {
      const { validate } = await import('./validate.js')
      end(await validate(paths, flags, io))
    })

  command('try', 'show what an edited menu set changes in the plans and ranks of the example communities')
    .argument('<dir>', 'the folder of the menu set')
    .action(async (folder: string) => {
      const { tryMenus } = await import('./try-menus.js')
      end(tryMenus(folder, {}, io))
    })

  command('schema', 'write the JSON Schemas of a menu set into its folder, so that editors know its ids')
    .argument('<dir>', 'the folder of the menu set')
    .action(async (folder: string) => {
      const { schemaMenus } = await import('./schema-menus.js')
      end(schemaMenus(folder, io))
    })

  return program

  function oneResult(file: string, flags: PlanFlags) {
    const menus = readMenus(flags.menus)
    const profiles = readProfiles([file], flags, menus, io)
    const [profile] = profiles
    if (profiles.length !== 1 || !profile) throw manyRows(file, profiles.length)
    return { menus, result: usage(() => recommend(profile, optionsOf(flags, menus))) }
  }
}

const oneMore = (id: string, before: readonly string[] = []): string[] => [...before, id]

const twiceStandardInput = (): UsageProblem =>
  new UsageProblem([
    {
      code: 'conflict',
      severity: 'error',
      path: [],
      what: 'standard input (-) is named twice',
      why: 'It can be read only once.',
      fix: 'Save one of the two as a file.',
    },
  ])

const wrongInit = (what: string): UsageProblem =>
  new UsageProblem([
    {
      code: 'conflict',
      severity: 'error',
      path: [],
      what: what === 'menus' ? 'no folder is named' : `'${what}' cannot be made`,
      why: 'init prints a profile, or writes a menu set to a folder.',
      fix: 'Write: orcca init > my-county.yaml, or: orcca init menus my-menus',
    },
  ])

const manyRows = (file: string, rows: number): InputProblem =>
  new InputProblem([
    {
      code: 'conflict',
      severity: 'error',
      path: [],
      place: { file },
      what: `it holds ${rows} communities`,
      why: 'This document is about one.',
      fix: 'Choose a row: --row column=value, for example --row fips=21021.',
    },
  ])

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('It must be a whole number.')
  return Number(text)
}
