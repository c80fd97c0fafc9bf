/** Prints how the checks do on the corpus of real flow documents: npm run score, with -v every disagreement. */
import { scoreCorpus } from '../test/support/scoreCorpus';

const score = scoreCorpus();
if (!score) {
  console.error('There is no corpus: ../shared/corpus is missing beside the repository.');
  process.exitCode = 2;
} else {
  const { documents, mandatory, missed, loud, unexpected } = score;
  if (process.argv.includes('-v')) {
    for (const line of missed) console.log(`missed      ${line}`);
    for (const line of unexpected) console.log(`unexpected  ${line}`);
  }
  const percent = (part: number, whole: number) => `${((part / Math.max(whole, 1)) * 100).toFixed(1)} %`;
  const found = mandatory - missed.length;
  console.log(`${documents} documents`);
  console.log(`mandatory findings reported: ${found} of ${mandatory}, ${percent(found, mandatory)}`);
  console.log(`unexpected at warning or error: ${unexpected.length} of ${loud}, ${percent(unexpected.length, loud)}`);
}
