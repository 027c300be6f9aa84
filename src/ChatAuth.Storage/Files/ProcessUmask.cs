namespace ChatAuth.Storage.Files;

/// <summary>The permission bits that no file of this process is born with.</summary>
public static class ProcessUmask
{
    private const uint OwnerOnly = 0b000_111_111;

    /// <summary>
    /// Makes every file that this process creates from now on the owner's alone, those of libraries included (umask 077).
    /// Programs call it first; it does nothing on Windows.
    /// </summary>
    public static void Restrict()
    {
        if (!OperatingSystem.IsWindows()) _ = Posix.SetCreationMask(OwnerOnly);
    }
}
