using Vicidial.Client.Records.Users;

namespace VicidialPS.Commands.Users;

/// <summary>The words for a user in a confirmation question.</summary>
internal static class UserWords
{
    /// <summary>The user account, and the person's name if it is known.</summary>
    public static string Name(string user, UserAccount? account) =>
        account is { FullName.Length: > 0 } ? $"{user} '{account.FullName}'" : user;
}
