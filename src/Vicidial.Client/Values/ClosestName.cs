namespace Vicidial.Client.Values;

/// <summary>Finds the name that a misspelled name probably means.</summary>
public static class ClosestName
{
    private const int LettersPerMistake = 3;
    private const int MostMistakes = 3;

    /// <summary>The closest of some names; null if none is close.</summary>
    /// <param name="name">The unknown name.</param>
    /// <param name="known">The valid names.</param>
    public static string? Find(string name, IEnumerable<string> known)
    {
        string bare = Bare(name);
        string? closest = null;
        int fewest = Math.Min(MostMistakes, bare.Length / LettersPerMistake) + 1;
        foreach (string candidate in known)
        {
            string other = Bare(candidate);
            if (bare.Length > 0 && Math.Abs(other.Length - bare.Length) < fewest)
            {
                int mistakes = CountMistakes(bare, other);
                if (mistakes < fewest)
                {
                    (closest, fewest) = (candidate, mistakes);
                }
            }
        }

        return closest;
    }

    /// <summary>The letters and digits of a name, in lower case: <c>First Name</c>, <c>first_name</c> and <c>FirstName</c> are alike.</summary>
    private static string Bare(string name) => ValueText.LettersAndDigits(name).ToLowerInvariant();

    /// <summary>The number of letters that are wrong, missing, added, or swapped with their neighbor.</summary>
    private static int CountMistakes(string left, string right)
    {
        int[,] counts = new int[left.Length + 1, right.Length + 1];
        for (int i = 0; i <= left.Length; i++)
        {
            counts[i, 0] = i;
        }

        for (int j = 0; j <= right.Length; j++)
        {
            counts[0, j] = j;
        }

        for (int i = 1; i <= left.Length; i++)
        {
            for (int j = 1; j <= right.Length; j++)
            {
                int changed = counts[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                counts[i, j] = Math.Min(changed, Math.Min(counts[i - 1, j], counts[i, j - 1]) + 1);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    counts[i, j] = Math.Min(counts[i, j], counts[i - 2, j - 2] + 1);
                }
            }
        }

        return counts[left.Length, right.Length];
    }
}
