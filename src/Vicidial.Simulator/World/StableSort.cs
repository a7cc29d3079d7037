namespace Vicidial.Simulator.World;

/// <summary>Sorts so that equal entries keep their order, which <see cref="List{T}.Sort(Comparison{T})"/> does not guarantee.</summary>
internal static class StableSort
{
    public static void By<T>(List<T> list, Comparison<T> comparison)
    {
        T[] sorted = [.. list.OrderBy(entry => entry, Comparer<T>.Create(comparison))];
        list.Clear();
        list.AddRange(sorted);
    }
}
