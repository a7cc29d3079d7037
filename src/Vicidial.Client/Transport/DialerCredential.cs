using System.Runtime.InteropServices;
using System.Security;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Wire;

namespace Vicidial.Client.Transport;

/// <summary>
/// The API account. The password stays protected until the bytes of a request are created. They are cleared after the request was sent. Copies that
/// the platform's HTTP stack makes cannot be cleared.
/// </summary>
public sealed class DialerCredential : IDisposable
{
    private readonly SecureString _password;
    private readonly int _encodedLength;

    /// <summary>Copies the password.</summary>
    public DialerCredential(string user, SecureString password)
    {
        User = user;
        _password = password.Copy();
        _password.MakeReadOnly();
        PasswordLength = _password.Length;
        _encodedLength = Use(characters =>
        {
            int length = 0;
            foreach (char c in characters)
            {
                length += FormEncoding.EncodedLength(c);
            }

            return length;
        });
    }

    /// <summary>The account.</summary>
    public string User { get; }

    /// <inheritdoc/>
    public void Dispose() => _password.Dispose();

    /// <inheritdoc/>
    public override string ToString() => User;

    /// <summary>Rejects an account that cannot sign in, because the dialer drops characters before it compares.</summary>
    /// <exception cref="DialerException">The user name or password has such characters. The message does not contain those of the
    /// password.</exception>
    public void Check(DialerApi api)
    {
        string droppedOfUser = ApiCatalog.GetCommonParameter(api, "user").Keeps.FindDropped(User);
        if (User.Length == 0 || droppedOfUser.Length > 0)
        {
            throw new DialerException(
                "UserNameNotAccepted",
                DialerErrorKind.InvalidArgument,
                $"The dialer drops the characters '{droppedOfUser}' from the user name, so the account '{User}' cannot sign in."
            )
            {
                NeverSent = true,
            };
        }

        CharacterFilter keeps = ApiCatalog.GetCommonParameter(api, "pass").Keeps;
        bool accepted = Use(password =>
        {
            bool all = password.Length > 0;
            foreach (char c in password)
            {
                all &= keeps.Keeps(c);
            }

            return all;
        });
        if (!accepted)
        {
            throw new DialerException(
                "PasswordNotAccepted",
                DialerErrorKind.InvalidArgument,
                _password.Length == 0
                    ? $"The password of the account '{User}' is empty."
                    : $"The password of the account '{User}' has characters that the {(api == DialerApi.Agent ? "Agent" : "Non-Agent")} API "
                        + $"drops, so it can never match. That API keeps only {keeps}."
            )
            {
                NeverSent = true,
            };
        }
    }

    /// <summary>The number of characters of the password.</summary>
    internal int PasswordLength { get; }

    /// <summary>The number of bytes of the encoded password.</summary>
    internal int EncodedLength => _encodedLength;

    /// <summary>Writes the encoded password into a request.</summary>
    internal void Encode(byte[] buffer, int at) => Use(password =>
    {
        foreach (char c in password)
        {
            at += FormEncoding.Encode(c, buffer, at);
        }

        return at;
    });

    /// <summary>
    /// The password as text, to search a response for it. Strings cannot be cleared, so this is done only if the form of a message is unknown.
    /// </summary>
    internal string Reveal() => Use(password => new string(password));

    /// <summary>Whether the password contains a word, ignoring case.</summary>
    internal bool Contains(string word) => Use(password =>
    {
        for (int at = 0; at + word.Length <= password.Length; at++)
        {
            int same = 0;
            while (same < word.Length && char.ToUpperInvariant(password[at + same]) == char.ToUpperInvariant(word[same]))
            {
                same++;
            }

            if (same == word.Length)
            {
                return true;
            }
        }

        return false;
    });

    /// <summary>Masks the password in a text, without making a text of it.</summary>
    internal string MaskIn(string text) => Use(password => SecretFinder.Mask(text, password));

    private T Use<T>(Func<char[], T> use)
    {
        var copy = new char[_password.Length];
        IntPtr bare = Marshal.SecureStringToGlobalAllocUnicode(_password);
        try
        {
            Marshal.Copy(bare, copy, 0, copy.Length);
            return use(copy);
        }
        finally
        {
            Array.Clear(copy, 0, copy.Length);
            Marshal.ZeroFreeGlobalAllocUnicode(bare);
        }
    }
}
