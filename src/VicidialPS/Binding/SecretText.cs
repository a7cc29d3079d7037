using System.Runtime.InteropServices;
using System.Security;

namespace VicidialPS.Binding;

/// <summary>Converts plain text to secure strings, and secure strings to text when a request is built.</summary>
internal static class SecretText
{
    /// <summary>Makes a secure string of plain text.</summary>
    public static SecureString Protect(string text)
    {
        var secret = new SecureString();
        text.ToList().ForEach(secret.AppendChar);
        secret.MakeReadOnly();
        return secret;
    }

    /// <summary>The text of a secret.</summary>
    public static string Reveal(SecureString secret)
    {
        IntPtr bare = Marshal.SecureStringToGlobalAllocUnicode(secret);
        try
        {
            return Marshal.PtrToStringUni(bare);
        }
        finally
        {
            Marshal.ZeroFreeGlobalAllocUnicode(bare);
        }
    }
}
