import type { Program } from '~/autodiff/program';
import type { BenchCase } from './cases';
import { convCriticProgram } from './conv-programs';
import { bothPrograms, ganPrograms } from './gan-programs';
import { vaeProgram } from './vae-programs';

/** The programs that make up one step of a case. */
export function programsOf(bench: BenchCase): readonly Program[] {
  if (bench.kind === 'convolutions') return [convCriticProgram(bench.sizes)];
  if (bench.kind === 'vae') return [vaeProgram(bench.sizes)];
  const programs = ganPrograms(bench.kind, bench.sizes);
  return bench.players === 'both' ? bothPrograms(programs) : [programs.discriminator];
}
