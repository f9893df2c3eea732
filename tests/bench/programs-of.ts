import type { Program, Session } from '~/autodiff/program';
import type { BenchCase } from './cases';
import { convCriticProgram } from './conv-programs';
import { bothPrograms, ganPrograms } from './gan-programs';
import { sparseStep } from './sparse-programs';
import { vaeProgram } from './vae-programs';

/** What makes up one step of a case. */
export interface StepOf {
  readonly programs: readonly Program[];
  /** Writes what the programs read and do not begin with. */
  readonly prepare?: (session: Session) => void;
}

/** The programs that make up one step of a case. */
export function stepOf(bench: BenchCase): StepOf {
  if (bench.kind === 'convolutions') return { programs: [convCriticProgram(bench.sizes)] };
  if (bench.kind === 'vae') return { programs: [vaeProgram(bench.sizes)] };
  if (bench.kind === 'sparse') {
    const { program, prepare } = sparseStep(bench.sizes);
    return { programs: [program], prepare };
  }
  const programs = ganPrograms(bench.kind, bench.sizes);
  return { programs: bench.players === 'both' ? bothPrograms(programs) : [programs.discriminator] };
}
